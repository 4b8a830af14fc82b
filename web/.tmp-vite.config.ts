import base from './vite.config.ts';
const input = (base as any).build.rolldownOptions.input;
delete input.door; delete input.attendee;
export default { ...(base as any), build: { ...(base as any).build, outDir: '/tmp/shots/dist' } };
