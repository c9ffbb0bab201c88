import type { Words } from '../words.ts';

export const ownData: Words['ownData'] = {
  import: 'Verilerimi yükle…',
  file: 'İndirdiğin dosya: roadmate.json',
  fileHint: 'Burada zaten olanlar değişmez',
  taken: (topics, proofs, reviews) => `Yüklendi: ${topics} konu, ${proofs} çalışma, ${reviews} tekrar.`,
  roadmaps: (n) => `Sana ait ${n} yol haritası da geldi.`,
  unknown: (n) => `Yüklenmeyen: burada olmayan yol haritalarından ${n} konu.`,
  withoutFile: (n) => `${n} çalışmanın dosyası bu verilerde yok. Onları yerlerine yeniden yükle.`,
  problem: {
    'not-json': 'Bu dosya JSON değil. *Verilerimi indir* ile aldığın roadmate.json dosyasını seç.',
    'not-ours': 'Bu dosyayı ben yazmamışım. *Verilerimi indir* ile aldığın roadmate.json dosyasını seç.',
    wrong: (where) =>
      `Hiçbir şey yüklenmedi: dosyanın şu yerini okuyamadım: “${where}”. Yeniden indir ya da orayı düzelt.`,
    quota: 'Hiçbir şey yüklenmedi: bununla birlikte çalışmaların sınırı aşardı.',
    elsewhere: 'Yalnızca Discord’a yüklediğin dosyaları okuyabilirim.',
    'too-large': 'Bu dosya 20 MB sınırını aşıyor. Benim verdiğim dosya daha küçük olur.',
    'too-slow': 'Discord dosyayı zamanında vermedi. Yeniden dene.',
    'not-there': 'Bu dosya artık Discord’da yok. Yeniden yükle.',
  },
};
