import type { Words } from '../words.ts';

export const progress: Words['progress'] = {
  yours: '## İlerlemen',
  of: (person) => `## ${person} ne kadar yol aldı`,
  beginning: {
    own: 'Herkes sıfırdan başlar; bugün bunun için güzel bir gün. Bir konu seç, on dakika ayır; burada hemen görünür.',
    shared: 'Daha yolun başında. En değerli konu, ilk konudur.',
    other: 'Daha yolun başında. En değerli konu, ilk konudur.',
  },
  count: (done, total) => `${done}/${total}`,
  week: (finished, before) =>
    `**Bu hafta** ${finished === 0 ? 'henüz biten konu yok' : `${finished} konu bitti`} · geçen hafta ${before}`,
  studied: (days) => `**Çalışılan günler** ${days}`,
  dayWith: (day, finished) => `${day} ${finished}`,
  daysStudied: (days) => `${days} gün çalışıldı`,
  doneOf: (done, total) => `${done}/${total} bitti`,
  lastWeeks: (weeks) => `Son ${weeks} hafta`,
  thisWeek: 'Bu hafta',
  dayStreak: (days) => `${days} günlük seri`,
  proven: (n) => `${n} kanıtlandı`,
  streak: (days, best) => `**Seri** ${days} gün${best > days ? ` · en uzunu ${best} gün` : ''}`,
  noStreak: (best) =>
    best === 0
      ? '**Seri** ilk konuyla başlar'
      : `**Seri** bir sonraki konuyla yeniden başlar · en uzunu ${best} gün`,
  todayOpen: 'Bugün daha bitmedi; seri sürüyor.',
  rested: (days) => `Dinlenme: ${days}. Haftada bir gün seriyi bozmaz.`,
  doing: '**Sürenler**',
  since: (when) => `${when} tarihinden beri`,
  lately: '**Son bitenler**',
  career: '**Kariyer yönü**',
  whole: 'Bütün bölümler',
  open: 'Bu bölümü aç',
  mine: 'İlerlemem',
  share: 'Grupla paylaş',
  preview: 'Grubun bunu görecek. Şimdilik yalnızca sen görüyorsun.',
  post: 'Paylaş',
  posted: 'Paylaşıldı.',
  unknownSection: (typed) => `“${typed}” ile hangi bölümü kastettin?`,
  hidden: (person) =>
    `${person} için burada görülecek bir şey yok. Grubun ne göreceğini herkes \`/settings\` ile kendisi seçer.`,
};

export const progressAlt: Words['progressAlt'] = {
  whose: (person, roadmap) => `${person}, ${roadmap}`,
  week: (days) => `Bu hafta: ${days}`,
  studied: 'çalışıldı',
  rest: 'dinlenme günü',
  halfYear: (days, of) => `Son ${of} günde ${days} gün çalışıldı`,
};

export const career: Words['career'] = {
  title: '## Kariyer yönün',
  explained:
    'Aşamalar birbirini izler. Bölümler çalıştıkça, tezler kabul edilince sayılır; kalanını sen ilan edersin.',
  here: 'buradasın',
  before: (n) => `-# Önceden tamamlanan ${n} aşama`,
  nextIn: (stage) => `${stage} içinde sırada:`,
  writeTez: (stage) => `**Sırada: ${stage}.** Artık konuya hâkimsin; öğrendiklerini kendi sözlerinle yaz.`,
  showTez: (stage) => `**Sırada: ${stage}.** Yazdın; gruptan okuyanlar kabul edince buna ulaşırsın.`,
  declareIt: (stage) => `**Sırada: ${stage}.** Oraya vardığında ilan et.`,
  declare: 'İlan et',
  declared: (stage) => `İlan edildi: **${stage}**. Ne güzel bir yol aldın!`,
  declareForm: (stage) => `İlan et: ${stage}`,
  declareLabel: 'Neye ulaştın?',
  declareHint: 'Birkaç sözcükle; kariyer yönünde okuyabilirsin',
  followsThesis: 'Bu aşamaya, tezi kabul edilince ulaşılır.',
  allReached: 'Bütün aşamaları tamamladın. Ne güzel bir yol aldın!',
  none: 'Bu yol haritasında kariyer yönü yok: bölümler yan yana durur, istediğin sırayla ilerleyebilirsin.',
};

export const toolset: Words['toolset'] = {
  explained: 'Hangi dil ne için.',
  others: (n) => `${n} tane daha`,
  none: 'Bu yol haritasında araç takımı yok: sevdiğin dilleri kullan.',
};
