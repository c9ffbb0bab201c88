import type { Words } from '../words.ts';

export const search: Words['search'] = {
  heading: (typed, n) => `## “${typed}” · ${n} sonuç`,
  elsewhere: '-# Başka bir yol haritasından. Açmak için onu haritalarına ekle.',
  hit: (title, method, person) => `**${title}**\n-# ${method} · ${person ?? 'senin'}`,
  noText: '-# Konunun adında',
  onlyOwn: '-# Burada yazdıklarında arıyorum. Sunucuda, grubun paylaştıklarında da ararım.',
  open: 'Aç',
  nothing: (typed) => `Sonuç yok: “${typed}”`,
  nothingHere: 'Yazdıklarına ve bu grubun paylaştıklarına baktım.',
  nothingOwn: 'Yazdıklarına baktım.',
  noNotes: (typed) => `**“${typed}” geçen bir not yok.**`,
  near: (n) => (n === 1 ? 'Belki şu konu:' : 'Belki şu konular:'),
  otherWords: 'Daha kısa yaz ya da sözcüğün yalnızca ilk harflerini dene.',
};
