import type { Words } from '../words.ts';

export const search: Words['search'] = {
  heading: (typed, n) => `## “${typed}” · ${n} sonuç`,
  elsewhere: '-# Başka bir yol haritasından: onu izlediğin yerde aç.',
  hit: (title, method, person) => `**${title}** · ${method}${person === null ? ', senin' : ` · ${person}`}`,
  noText: '-# Konusunun adında geçiyor',
  onlyOwn: '-# Burada kendi kanıtlarında arıyorum; bir sunucuda, grupla paylaşılanlarda da ararım.',
  open: 'Aç',
  nothing: (typed) => `“${typed}” henüz hiçbir yerde geçmiyor.`,
  nothingHere: 'Kendi kanıtlarına ve bu grupla paylaşılanlara baktım.',
  nothingOwn: 'Kendi kanıtlarına baktım.',
  near: 'Şu konular yakın; belki ilk yazan sen olursun:',
  otherWords: 'Başka bir sözcük ya da yalnızca başını dene.',
};
