import type { Words } from '../words.ts';

export const today: Words['today'] = {
  heading: (left, n) => (left < n ? `## Bugün ${left} öneri kaldı` : `## Bugün sana ${n} öneri`),
  welcomeBack: '-# Tekrar hoş geldin.',
  startSmall: '-# Tekrar hoş geldin, küçükten başlayalım.',
  allDone: '## Bugünlük tamam!',
  nothingLeft: '**Önerecek konu kalmadı.** Hepsi bitti, atlandı ya da ertelendi.',
  swap: 'Başka öner',
  focus: 'Odaklan…',
  focusOn: 'Hangi konuya?',
  putOff: 'Bazılarını ertele…',
  iKnow: 'Bildiklerimi işaretle…',
  which: 'Hangilerini zaten biliyorsun?',
  more: 'Biraz daha öner',
  open: 'Aç',
  goOn: 'Devam et',
};

export const reason: Words['reason'] = {
  inProgress: (when) => `Başladın · ${when}`,
  prerequisitesDone: (topic) => `Ön koşulu bitti: ${topic}`,
  sectionBegun: (section, done, total) => `Sürdürdüğün bölüm: ${section} · ${done}/${total} konu bitti`,
  stage: (stage, track) =>
    stage === track ? `${stage} yönünde sıradaki konu` : `${stage} yönünün bir parçası · ${track}`,
  nextTez: (track) => `${track} bölümü bitti: sırada tezi var`,
  nextStep: 'Kariyer yönünde sıradaki aşama',
  next: (section) => `${section} bölümünde sıradaki konu`,
  alsoIn: (section) => `Bu da ${section} bölümünden`,
  variety: (section) => `Değişiklik olsun: ${section}`,
  smallStart: 'Küçük bir başlangıç',
  askedAgain: (when) => `Daha önce de önerilmişti · ${when}`,
  nextForMost: (open, members) =>
    members > 1 && open === members ? 'İlk bitiren sen ol.' : 'Yol haritasında sıradaki konu',
};
