// CloudFront runs this before its cache, for pages only and never for /api: which entry an address shows. The table is the
// one of functions/local/pages.ts, and test/infra compares the two. No personal data passes here (PP 71/2019): the code in
// an attendee's address, or the venue's, is cut off, so one stored page serves all.
const entries = [
  [/^\/$/, '/index.html'],
  [/^\/staf(\/|$)/, '/staff.html'],
  [/^\/pintu(\/(?!aset\/)|$)/, '/door.html'],
  [/^\/[cChH]\//, '/attendee.html'],
  [/^\/[bB]\//, '/reader.html'],
  [/^\/(v$|[vV]\/)/, '/check.html'],
];

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const { request } = event;
  const entry = entries.find(([address]) => address.test(request.uri));
  if (entry) request.uri = entry[1];
  return request;
}
