// Writes the licences of all that is bundled beside the bundles.
import { build } from 'esbuild';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const { metafile } = await build({ entryPoints: ['freighter.ts', 'practice.ts', 'more.ts'], bundle: true, write: false, metafile: true, format: 'esm', outdir: 'out', logLevel: 'error' });
const folders = new Set(Object.keys(metafile.inputs).map(file => file.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0]).filter(Boolean));
const texts = [...folders].sort().map(folder => {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = readdirSync(folder).find(f => /^licen[cs]e/i.test(f));
  return `${name} ${version}, ${license}\n${file ? `\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n` : ''}`;
});
writeFileSync('../Nectar.Web/wwwroot/js/wallet/LICENCES.txt', texts.join('\n' + '-'.repeat(80) + '\n'));
