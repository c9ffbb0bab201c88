import { render } from 'preact';
import { App } from './app.tsx';
// oxlint-disable-next-line import/no-unassigned-import -- this is how the bundler takes the styles in
import './style/index.css';

const root = document.querySelector('#app');
if (root !== null) render(<App />, root);
