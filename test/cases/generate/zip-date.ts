/** 1 June 2024, 08:00, as a ZIP writes it: the date in the upper half, the time in the lower. */
const FIXED = ((((2024 - 1980) << 9) | (6 << 5) | 1) << 16) | (8 << 11);

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** An XLSX is a ZIP, and each entry carries the time of writing: the one thing in it that differs from run to run. */
export function withFixedDate(zip: Buffer): Buffer {
  const fixed = Buffer.from(zip);
  let end = fixed.length - 22;
  while (fixed.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  const count = fixed.readUInt16LE(end + 10);
  let entry = fixed.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (fixed.readUInt32LE(entry) !== DIRECTORY_ENTRY) throw new Error('not a directory entry');
    fixed.writeUInt32LE(FIXED, entry + 12);
    fixed.writeUInt32LE(FIXED, fixed.readUInt32LE(entry + 42) + 10);
    entry += 46 + fixed.readUInt16LE(entry + 28) + fixed.readUInt16LE(entry + 30) + fixed.readUInt16LE(entry + 32);
  }
  return fixed;
}
