/** A hall is dim: the door is dark unless the device asks for light. */
export const followTheme = (): void => {
  const light = matchMedia('(prefers-color-scheme: light)');
  const show = (): void => {
    document.documentElement.dataset.theme = light.matches ? 'light' : 'dark';
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', light.matches ? '#0b4f6c' : '#0f1419');
  };
  light.addEventListener('change', show);
  show();
};
