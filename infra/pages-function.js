// CloudFront runs this before its cache, for pages only and never for /api: which entry an address shows. The table is the
// one of functions/local/pages.ts, and test/infra compares the two. No personal data passes here (PP 71/2019): the code in
// an attendee's address, or the venue's, is cut off, so one stored page serves all. The edge's language is ES 5.1 and some more, and takes nothing
// apart (`const { uri } = …`).
const entries = [
  [/^\/$/, '/index.html'],
  [/^\/staf(\/|$)/, '/staff.html'],
  [/^\/pintu(\/(?!aset\/)|$)/, '/door.html'],
  [/^\/[cChH](\/|$)/, '/attendee.html'],
  [/^\/[bB](\/|$)/, '/reader.html'],
  [/^\/[vV](\/|$)/, '/check.html'],
];

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const request = event.request;
  const entry = entries.find((one) => one[0].test(request.uri));
  if (entry) request.uri = entry[1];
  // What is left is a file, or nothing. Of a file that is not there the bucket says so, in words for programs; a page is shown under 200, since a
  // function in front of the cache cannot say 404 and have a page of the bucket shown.
  else if (!/\.[^/]+$/.test(request.uri)) request.uri = '/missing.html';
  return request;
}
