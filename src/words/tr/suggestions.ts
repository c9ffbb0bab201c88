import type { Words } from '../words.ts';

export const today: Words['today'] = {
  heading: (n) => (n === 1 ? '## Bugünkü konun' : `## Bugün için ${n === 2 ? 'iki' : 'üç'} konu`),
  allDone: 'Hepsi bitti. Güzel bir gün oldu: dinlen ya da biraz daha çalış.',
  nothingLeft: 'Önerecek bir şey kalmadı: hepsi bitmiş, atlanmış ya da ertelenmiş. Eline sağlık!',
  notThese: 'Bunlar uymadı mı?',
  swap: 'Değiştir',
  iKnow: 'Bunları biliyorum',
  which: 'Hangilerini zaten biliyorsun?',
  more: 'Bugün için biraz daha',
  open: 'Aç',
};

export const reason: Words['reason'] = {
  inProgress: (since) => `${since} tarihinden beri buna çalışıyorsun.`,
  prerequisitesDone: (topic) => `${topic} bitti; bu da onun devamı.`,
  sectionBegun: (section, done, total) => `${section}: ${total} konudan ${done} tanesi tamam, sıradaki bu.`,
  stage: (stage, track) =>
    stage === track ? `${stage} yolunda sıradaki.` : `${track} içinde sıradaki; hedefin ${stage}.`,
  nextTez: (track) => `${track} tamamen bitti: sıra tezinde.`,
  nextStep: 'Kariyer yolundaki sıradaki adım.',
  next: (section) => `${section} içinde sıradaki.`,
  variety: (section) => `Değişiklik olsun diye ${section} bölümünden.`,
  askedAgain: (offered) => `Daha önce de önermiştim (${offered}); hâlâ buna değer.`,
  nextForMost: (open, members) =>
    members === 1 ? 'Yol haritasında sıradaki.' : `${members} kişiden ${open} kişi için hâlâ açık.`,
};
