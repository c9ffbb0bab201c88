import type { Words } from '../words.ts';

export const skills: Words['skills'] = {
  also: 'Öteki yol haritalarında da var:',
  ask: (others) => (others === 1 ? 'İkisinde de sayılsın mı?' : 'Hepsinde sayılsın mı?'),
  shares: 'Bitirdiğin, çalışmaların ve tekrarların hepsinde sayılır.',
  yes: 'Evet, sayılsın',
  no: 'Ayrı kalsınlar',
  open: 'Nerede sayılıyor',
  countsIn: (titles) => `-# Burada da sayılıyor: ${titles}`,
  with: 'Şunlarla birlikte sayılıyor:',
  alone: 'Yalnızca bu yol haritasında sayılıyor.',
  explained: '-# Birinde yaptığın hepsinde geçerli: bitirdiklerin, çalışmaların, tekrarların.',
  choose: 'Birlikte sayılacak konuyu seç',
  part: 'Ayrı tut',
  joined: 'Artık birlikte sayılıyorlar.',
  clash: 'Bu yol haritalarından birinde iki konu da var; bu yüzden birlikte sayılamazlar.',
  parted: 'Artık ayrı sayılıyor. Şimdiye kadar yaptıkların hepsinde duruyor.',
  left: 'Ayrı kaldılar. Değiştirmek için: konunun *Diğer…* listesinde *Nerede sayılıyor*.',
};
