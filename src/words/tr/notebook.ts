import type { Words } from '../words.ts';

export const notebook: Words['notebook'] = {
  title: (roadmap) => `Defter: ${roadmap}`,
  written: (when) => `Yazıldığı gün: ${when}`,
  provenOn: (when) => `kanıtlandığı gün: ${when}`,
  notProven: 'henüz kanıtlanmadı',
  method: { cheatcode: 'Kopya kâğıdı', feynman: 'Anlatım', project: 'Proje', tez: 'Tez' },
  language: (language) => `Dil: ${language}`,
  file: (name) => `Dosya: ${name}`,
  elsewhere: 'Artık yol haritasında olmayanlar',
  recall: (title) => `${title}: bakmadan önce hatırla.`,
  explain: (title) => `${title} konusunu üç cümleyle anlat.`,
  exported: (texts, cards) =>
    `Defterin: yol haritası sırasıyla ${texts} yazı ve Anki için ${cards} kart (Dosya › İçe aktar). Bunu yalnızca sen görüyorsun.`,
  noCards:
    'Defterin, yol haritası sırasıyla. Anki kartları kopya kâğıtlarından ve anlatımlardan çıkar; henüz yok. Bunu yalnızca sen görüyorsun.',
  leftOut: (n) =>
    `-# Son ${n} konu sığmadı: Discord’da bir dosya en çok 10 MB olabilir. \`/settings\` hepsini verir.`,
  empty:
    'Defterin henüz boş. Öğrendiğin bir şey için kopya kâğıdı ya da anlatım yaz; hepsini buradan yanında götürebilirsin.',
};
