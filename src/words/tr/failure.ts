import type { Words } from '../words.ts';

export const failure: Words['failure'] = {
  unexpected: {
    saved: (reference) =>
      `Kaydettim ama gösteremedim. Görmek için komutu yeniden çalıştır. Olmazsa bir düzenleyiciye şu kodu ilet: \`${reference}\``,
    unchanged: (reference) =>
      `Benim tarafımda bir şey ters gitti. Hiçbir şey değişmedi, yeniden dene. Olmazsa bir düzenleyiciye şu kodu ilet: \`${reference}\``,
    unknown: (reference) =>
      `Benim tarafımda bir şey ters gitti; kaydedildi mi, bilemiyorum. Yeniden denemeden önce bak. Düzenleyici için kod: \`${reference}\``,
  },
  missed: (command) =>
    command === null
      ? 'Az önceki yanıtım sana ulaşmadı. Bastığın kaydedildi.'
      : `\`/${command}\` için verdiğim yanıt sana ulaşmadı. Yaptığın kaydedildi.`,
  formReady: 'Biraz uzun sürdü. Formun şimdi hazır.',
  formLate: 'Formu açmak çok uzun sürdü. Komutu yeniden çalıştır.',
  below: 'İşte, herkes için:',
  openForm: 'Formu aç…',
  tooFast: 'Biraz hızlı oldu, yetişemedim. Birkaç saniye sonra yeniden dene.',
  outdated: 'Bu mesaj eskimiş: daha önceki bir sürümden kalma. Komutu yeniden çalıştır.',
  onlyInServer: 'Bu yalnızca bir sunucuda çalışır. Çalışma grubunun bir kanalında dene.',
  onlyOrganisers: 'Bunu yalnızca düzenleyiciler yapabilir: *Sunucuyu Yönet* izni olan üyeler.',
  unknownTopic: (typed) => `“${typed}” diye bir konu bulamadım.`,
  didYouMean: 'Bunlardan biri olabilir mi?',
  tryTyping: 'Adının bir parçasını yaz ve açılan listeden seç; ya da `/roadmap view` ile göz at.',
};

export const permission: Words['permission'] = {
  ViewChannel: 'Kanalı Görüntüle',
  SendMessages: 'Mesaj Gönder',
  ReadMessageHistory: 'Mesaj Geçmişini Oku',
  CreatePublicThreads: 'Herkese Açık Alt Başlık Oluştur',
  SendMessagesInThreads: 'Alt Başlıklarda Mesaj Gönder',
  AttachFiles: 'Dosya Ekle',
};
