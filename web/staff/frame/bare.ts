/** A page that fills what it is shown on: the frame of the console steps aside while it is there. */
import { useEffect } from 'preact/hooks';
import './bare.css';

export const useBare = (): void => {
  useEffect(() => {
    document.documentElement.classList.add('bare');
    return () => document.documentElement.classList.remove('bare');
  }, []);
};
