import type { Words } from '../words.ts';

export const progress: Words['progress'] = {
  yours: '## İlerlemen',
  of: (person) => `## İlerleme: ${person}`,
  beginning: {
    own: 'Henüz bir şey yok. İlk konuna başla.',
    shared: 'Henüz bir şey yok.',
    other: 'Henüz bir şey yok.',
  },
  count: (done, total) => `${done}/${total}`,
  week: (finished, before) =>
    `**Bu hafta** ${finished === 0 ? 'henüz biten konu yok' : `${finished} konu bitti`}${before === 0 ? '' : ` · geçen hafta ${before}`}`,
  studied: (days) => `**Çalıştığın günler** ${days}`,
  dayWith: (day, finished) => `${day} (${finished} konu)`,
  daysStudied: (days) => `${days} çalışma günü`,
  doneOf: (done, total) => `${done}/${total} bitti`,
  lastWeeks: (weeks) => `Son ${weeks} hafta`,
  thisWeek: 'Bu hafta',
  inARow: {
    day: (days) => `${days} günlük seri`,
    week: (weeks) => `${weeks} haftalık seri`,
  },
  proven: (n) => `${n} konu kanıtlandı`,
  provenShort: (n) => `${n} kanıtlı`,
  streak: {
    day: (days, best) => `**Seri** ${days} gün${best > days ? ` · rekor ${best} gün` : ''}`,
    week: (weeks, best) => `**Seri** ${weeks} hafta${best > weeks ? ` · rekor ${best} hafta` : ''}`,
  },
  noStreak: {
    day: (best) => `**Seri** bugün çalışırsan başlar${best === 0 ? '' : ` · rekor ${best} gün`}`,
    week: (best) => `**Seri** bu hafta çalışırsan başlar${best === 0 ? '' : ` · rekor ${best} hafta`}`,
  },
  keepGoing: {
    day: 'Bugün de çalış, seri sürsün.',
    week: 'Bu hafta da çalış, seri sürsün.',
  },
  keepStreak: {
    day: 'Seri bozulmasın: **bugün de çalış**.',
    week: 'Seri bozulmasın: **bu hafta da çalış**.',
  },
  rested: (days) => `Dinlenme günü: ${days}`,
  doing: '**Devam edenler**',
  lately: '**Son bitenler**',
  leftOut: (sections) => `-# Toplamda sayılmayanlar: ${sections}`,
  apart: (counts) => `-# Ayrı sayılır: ${counts}`,
  career: '**Kariyer yönü**',
  stages: (steps) => steps.join(', sonra '),
  inWords: 'Yazıyla ayrıntılar',
  asPicture: 'Resim olarak gör',
  whole: 'Bütün bölümler',
  open: 'Bölümü gör',
  mine: 'İlerlememi gör',
  readers: 'Sen ne durumdasın?',
  share: 'Grupla paylaş',
  preview: 'Grubundaki herkes bunu görecek.',
  previewAbroad: (language) => `Grubundaki herkes bunu ${language} görecek.`,
  post: 'Paylaş',
  posted: 'Grubunla paylaşıldı.',
  unknownSection: (typed) => `Böyle bir bölüm bulamadım: “${typed}”. Bunlardan biri mi?`,
  hidden: (person) =>
    `${person} burada bir şey paylaşmıyor. Grubun ne göreceğini herkes \`/settings\` ile seçer.`,
};

export const progressAlt: Words['progressAlt'] = {
  whose: (person, roadmap) => `${person}, ${roadmap}`,
  week: (days) => `Bu hafta: ${days}`,
  studied: 'çalışma günü',
  rest: 'dinlenme günü',
  halfYear: (days, weeks) => `Son ${weeks} haftada ${days} çalışma günü`,
};

export const career: Words['career'] = {
  title: '## Kariyer yönün',
  explained: 'Aşama aşama: bir bölümü çalış, tezini yaz, sonrakine geç.',
  here: 'buradasın',
  free: 'bittiğini sen söylersin',
  before: (n) => `-# Önceki ${n} aşama bitti`,
  nextIn: (stage) => `Sırada (${stage}):`,
  writeTez: (stage) => `**Sırada: ${stage}.** Öğrendiklerini kendi sözlerinle yaz.`,
  showTez: (stage) => `**Sırada: ${stage}.** Yazdın; şimdi paylaş, okurlar kabul etsin.`,
  declareIt: (stage) => `**Sırada: ${stage}.** Bittiğini yalnızca sen bilirsin; o gün *Tamamladım…* de.`,
  declare: 'Tamamladım…',
  started: (stage) => `**${stage}** aşamasına başladın.`,
  declared: (stage) => `**${stage}** aşamasını tamamladın. Tebrikler!`,
  declareForm: (stage) => `Tamamladım: ${stage}`,
  declareLabel: 'Neyi başardın?',
  declareHint: 'Birkaç sözcük; kariyer yönünde durur',
  followsThesis: 'Bu aşama, tezi kabul edilince biter.',
  allReached: '**Bütün aşamalar bitti.** Ne yol ama!',
  none: 'Bu yol haritasında kariyer yönü yok. Bölümleri istediğin sırayla çalış.',
};

export const toolset: Words['toolset'] = {
  explained: 'Türlerine göre diller.',
  others: (n) => `${n} dil daha`,
  none: 'Bu yol haritasında araç takımı yok. Sevdiğin dili kullan.',
};
