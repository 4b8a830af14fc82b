/** Everything that pages are made of. */
export * from './button.tsx';
export * from './data-table.tsx';
export * from './delegate-fields.tsx';
export * from './dialog.tsx';
export * from './error-summary.tsx';
export * from './field.tsx';
export * from './frame.tsx';
export * from './meter.tsx';
export * from './notice.tsx';
export * from './scroll-region.tsx';
export * from './signer-fields.tsx';
export * from './states.tsx';
export * from './status-tag.tsx';
export * from './summary-list.tsx';
