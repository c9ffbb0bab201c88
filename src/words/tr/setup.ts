import type { Words } from '../words.ts';

export const setup: Words['setup'] = {
  heading: '## Bu sunucuda Roadmate',
  notYet: 'Henüz paylaşım yok. Şöyle başlayalım mı?',
  changeHeading: '## Kurulumu değiştir',
  looksHeading: '## Dil ve bildirimler',
  looks: 'Dil ve bildirim…',
  savedAtOnce: '-# Seçtikçe kaydedilir',
  started: (channel) => `**Her şey hazır!** Kanala bir selam yazdım: ${channel}`,
  roadmap: (title) => `**Yol haritası** · ${title}`,
  beside: (titles) => `Ayrıca: ${titles}`,
  roadmapLabel: '**Yol haritası**\n-# Bunlardan biri ya da kendi listen: `/roadmap import`',
  chooseRoadmap: 'Bir yol haritası seç',
  channel: (channel) => `**Kanal** · ${channel}`,
  channelLabel: '**Kanal**',
  chooseChannel: 'Bir kanal seç',
  daily: (at, days) => `**Günün konusu** · ${days} ${at}`,
  everyDay: 'Her gün',
  weekly: (at, day) => `**Haftalık özet** · ${day} ${at}`,
  zone: (place, clock) => `**Saat dilimi** · ${place}, şu an ${clock}`,
  timeLabel: (at) => `**Saat** · ${at}`,
  changeTime: 'Değiştir…',
  chooseZone: 'Saat dilimini seç',
  weekdays: '**Günün konusu hangi günler gelsin?**',
  chooseWeekdays: 'Günleri seç',
  weeklyDay: '**Haftalık özet hangi gün gelsin?**',
  tells: (from, to) => `${from}–${to} haftası`,
  chooseWeeklyDay: 'Bir gün seç',
  role: (role) => `**Bildirim** · ${role}`,
  roleLabel: '**Bildirim alacak rol**',
  noRole: 'Yok',
  unfitRole: '⚠ Bu rolü etiketleyemem. Başka bir rol seç ya da boş bırak.',
  goneRole:
    '⚠ Paylaşımların rolü silinmiş, kimse etiketlenmiyor. `/setup` ile başkasını seç ya da boş bırak.',
  silentRole: (role) =>
    `-# ⚠ Bu rolü etiketleyemem: ${role}. Sunucu ayarlarından herkesin etiketlemesine ya da benim bütün rolleri etiketlememe izin ver.`,
  language: (name) => `**Dil** · ${name}`,
  languageLabel: '**Dil**',
  chooseLanguage: 'Bir dil seç',
  formTitle: 'Paylaşımlar ne zaman gelsin?',
  formTime: 'Saat',
  formTimeHint: 'Örneğin 09:00 ya da 21:30',
  formZone: 'Saat dilimi',
  formZoneHint: 'Bir şehir ya da ülke; örneğin İstanbul',
  badTime: (typed) => `⚠ Saati anlayamadım: “${typed}”. 09:00 gibi yaz.`,
  badZone: (typed) => `⚠ Saat dilimini bulamadım: “${typed}”. Aşağıdan seç ya da yeniden yaz.`,
  missing: '**Başlamadan önce**',
  noChannel: '○ Bir kanal seç.',
  noZone: '○ Saat dilimini seç.',
  gone: '○ Bu kanal artık yok. Başkasını seç.',
  notText: '○ Bu bir yazı kanalı değil. Başkasını seç.',
  lacks: (channel, permissions) =>
    `○ ${channel} kanalına yazamıyorum. Gereken izin: ${permissions}. Sonra *Yeniden dene*.`,
  noPictures: (channel, permission) =>
    `○ ${channel} kanalında paylaşımlar resimsiz geliyor. Resimler için gereken izin: *${permission}*`,
  theme: { dark: '**Resimler**\nKoyu renkli', light: '**Resimler**\nAçık renkli' },
  themeTo: { dark: 'Koyu renge geç', light: 'Açık renge geç' },
  open: 'Roadmate’i kur',
  start: 'Başlat',
  change: 'Değiştir…',
  backHere: 'Kuruluma dön',
  checkAgain: 'Yeniden dene',
  resume: 'Sürdür',
  putRight: 'Düzelt',
  welcomePost: 'Karşılama',
  followingPost: 'Yeni yol haritası',
  failedPost: (post, day) =>
    `○ ${post} · ${day}: bir sorun çıktı, paylaşım eksik kalmış olabilir. Sıradaki zamanında gelir. Yine olursa Roadmate’i çalıştırana haber ver.`,
  paused: {
    organiser: (when) => `⏸ Paylaşımlara ara verildi · ${when}`,
    'channel-gone': (when) => `⏸ Paylaşımlar durdu: kanal silinmiş. Başkasını seçersen sürer. · ${when}`,
    forbidden: (when) =>
      `⏸ Paylaşımlar durdu: kanala yazamıyorum. İzin ver ya da başka bir kanal seç. · ${when}`,
  },
};

export const welcome: Words['welcome'] = {
  heading: '## Birlikte öğreniyoruz',
  follows: (title) => `Bu grubun yol haritası: **${title}**`,
  join: 'Katıl; küçük bir konuyla başlayalım.',
};

export const following: Words['following'] = {
  heading: '## Yeni yol haritamız',
  kept: 'Şimdiye kadar bitirdikleriniz sizde kalır.',
};
