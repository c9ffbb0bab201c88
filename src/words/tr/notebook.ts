import type { Words } from '../words.ts';

export const notebook: Words['notebook'] = {
  title: (roadmap) => `Defter: ${roadmap}`,
  written: (when) => `Yazıldı: ${when}`,
  countsSince: (when) => `sayıldı: ${when}`,
  notYet: 'henüz sayılmadı',
  method: { cheatcode: 'Kopya kâğıdı', feynman: 'Anlatım', project: 'Proje', tez: 'Tez' },
  language: (language) => `Dil: ${language}`,
  file: (name) => `Dosya: ${name}`,
  elsewhere: 'Artık yol haritasında yok',
  recall: (title) => `${title}: bakmadan hatırla.`,
  explain: (title) => `${title} konusunu üç cümleyle anlat.`,
  exported: (texts, cards) =>
    `**Defterin** · ${texts} yazı, ${cards} Anki kartı\n-# \`anki.csv\` dosyasını Anki’de *Dosya › İçe aktar* ile aç.`,
  noCards: '**Defterin**\nAnki kartları kopya kâğıtlarından ve anlatımlardan çıkar; henüz yok.',
  leftOut: (n) => `-# Bir dosyaya 10 MB sığar, son ${n} konu eksik. \`/settings\` hepsini verir.`,
  empty: 'Defterin boş. Bir kopya kâğıdı ya da anlatım yaz, burada görünsün.',
};
