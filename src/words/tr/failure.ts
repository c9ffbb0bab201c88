import type { Words } from '../words.ts';

export const failure: Words['failure'] = {
  unexpected: {
    saved: (reference) =>
      `Kaydedildi ama gösteremedim. Komutu yeniden çalıştır. Olmazsa bir düzenleyiciye şu kodu ilet: \`${reference}\``,
    unchanged: (reference) =>
      `Bir şey ters gitti, hiçbir şey kaydedilmedi. Yeniden dene. Olmazsa bir düzenleyiciye şu kodu ilet: \`${reference}\``,
    unknown: (reference) =>
      `Bir şey ters gitti; kaydedildi mi, bilmiyorum. Yeniden denemeden önce bak. Düzenleyici için kod: \`${reference}\``,
  },
  away: (reference) =>
    `Şu an veritabanıma ulaşamıyorum; hiçbir şey kaydedilmedi. Birkaç dakika sonra yeniden dene. Düzenleyici için kod: \`${reference}\``,
  missed: (command) =>
    command === null
      ? 'Son yanıtım sana ulaşmadı. Yaptığın kaydedildi.'
      : `\`/${command}\` yanıtım sana ulaşmadı. Yaptığın kaydedildi.`,
  restored: (takenAt) =>
    `Yedekten geri yüklendim. Yedekten sonra yaptıkların kayboldu; eksik bir şey var mı, bir bak. Yedek · ${takenAt}`,
  formReady: 'Biraz sürdü. Formun hazır.',
  formLate: 'Formu açmak çok uzun sürdü. Komutu yeniden çalıştır.',
  below: 'İşte, herkes için:',
  openForm: 'Formu aç…',
  tooFast: 'Biraz hızlı oldu! Birkaç saniye sonra yeniden dene.',
  outdated: 'Bu mesaj eskimiş. Komutu yeniden çalıştır.',
  onlyInServer: 'Bu yalnızca sunucuda çalışır. Grubunun kanalında dene.',
  onlyOrganisers: 'Bunu yalnızca düzenleyiciler yapabilir. Gereken izin: *Sunucuyu Yönet*',
  unknownTopic: (typed) => `Böyle bir konu bulamadım: “${typed}”`,
  didYouMean: 'Bunlardan biri mi?',
  tryTyping: 'Adının bir parçasını yazıp listeden seç ya da `/roadmap view` ile bak.',
};

export const permission: Words['permission'] = {
  ViewChannel: 'Kanalı Görüntüle',
  SendMessages: 'Mesaj Gönder',
  ReadMessageHistory: 'Mesaj Geçmişini Oku',
  CreatePublicThreads: 'Herkese Açık Alt Başlık Oluştur',
  Connect: 'Bağlan',
  CreateEvents: 'Etkinlik Oluştur',
  CreatePrivateThreads: 'Özel Alt Başlık Oluştur',
  SendMessagesInThreads: 'Alt Başlıklarda Mesaj Gönder',
  AttachFiles: 'Dosya Ekle',
};
