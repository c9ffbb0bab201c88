// Opens the store and holds it until this process is killed.
import { openStore } from '../../../src/store/open.ts';

await openStore(process.argv[2] ?? '');
process.send?.('open');
setInterval(() => undefined, 60_000);
