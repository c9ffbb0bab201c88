import type { Words } from '../words.ts';

export const setup: Words['setup'] = {
  heading: '## Bu sunucuda Roadmate',
  notYet:
    'Henüz hiçbir şey paylaşmıyorum. Sana bir başlangıç hazırladım: istediğini değiştir, sonra *Başlat* düğmesine bas. Buraya her zaman dönebilirsin.',
  started: 'Her şey hazır! Gerisi bende.',
  roadmap: '**Yol haritası**: grubun neyi çalışıyor',
  chooseRoadmap: 'Bir yol haritası seç',
  channel: '**Kanal**: nerede paylaşayım',
  chooseChannel: 'Bir kanal seç',
  time: (at, zone) => `**Saat**: ${at}\n-# ${zone ?? 'Saat dilimi henüz belli değil'}`,
  changeTime: 'Saat ve saat dilimi…',
  chooseZone: 'Saat dilimini seç',
  weekdays: '**Günün konuları** hangi günler gelsin',
  chooseWeekdays: 'Günleri seç',
  weeklyDay: '**Haftalık özet** hangi gün gelsin',
  chooseWeeklyDay: 'Bir gün seç',
  role: '**Rol**: her paylaşımda kim etiketlensin',
  noRole: 'Kimse etiketlenmesin',
  unfitRole: 'O rol etiketlenemez: ya herkesin rolü ya da bir bota ait. Başka bir rol seç ya da boş bırak.',
  goneRole:
    'Paylaşımların etiketlediği rol silinmiş; kimse etiketlenmiyor. `/setup` ile başka bir rol seç ya da boş bırak.',
  silentRole: (role) =>
    `-# ${role} rolünü etiketleyemem: sunucu ayarlarından bu rolü herkesin etiketlemesine izin ver ya da bana bütün rolleri etiketleme izni ver.`,
  language: '**Dil**: hangi dilde paylaşayım',
  chooseLanguage: 'Bir dil seç',
  formTitle: 'Paylaşımlar ne zaman gelsin?',
  formTime: 'Saat',
  formTimeHint: 'Örneğin 09:00 ya da 21.30',
  formZone: 'Saat dilimi',
  formZoneHint: 'Bir şehir ya da ülke; örneğin İstanbul',
  badTime: (typed) => `“${typed}” bir saat değil. 09:00 ya da 21.30 gibi yaz.`,
  badZone: (typed) =>
    `“${typed}” hangi saat dilimi, çıkaramadım. Listeden doğrusunu seç ya da yazdığını düzelt.`,
  missing: '**Eksik kalanlar**',
  noChannel: '○ Kanal: nerede paylaşacağımı seç',
  noZone: '○ Saat dilimi: listeden seç ya da *Saat ve saat dilimi…* düğmesiyle şehrini yaz',
  gone: '○ Kanal artık yok: başka bir kanal seç',
  notText: '○ O kanala yazı yazılmıyor: başka bir kanal seç',
  lacks: (channel, permissions) =>
    `○ ${channel} kanalında paylaşamıyorum; orada şunlara iznim yok: ${permissions}. Kanal ayarlarından izin ver, sonra *Yeniden bak* düğmesine bas.`,
  noPictures: (channel, permission) =>
    `○ ${channel} kanalına resim ekleyemiyorum; paylaşımlar yalnızca yazıyla geliyor. Resimler için gereken izin: *${permission}*`,
  themeTo: { dark: 'Koyu resimler', light: 'Açık renkli resimler' },
  ready: '● Her şey hazır.',
  open: 'Roadmate’i kur',
  start: 'Başlat',
  checkAgain: 'Yeniden bak',
  resume: 'Sürdür',
  putRight: 'Düzelt',
  paused: {
    organiser: (since) => `⏸ Paylaşımlara ara verildi (${since}).`,
    'channel-gone': (since) =>
      `⏸ Paylaşımlar durdu (${since}): kanal silinmiş. Başka bir kanal seç, kaldığı yerden sürsün.`,
    forbidden: (since) =>
      `⏸ Paylaşımlar durdu (${since}): kanalda paylaşma iznim kalmamış. İznimi geri ver ya da başka bir kanal seç, kaldığı yerden sürsün.`,
  },
};
