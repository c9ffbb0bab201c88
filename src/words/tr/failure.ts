import type { Words } from '../index.ts';

export const failure: Words['failure'] = {
  unexpected: (reference) =>
    `Bizim tarafta bir şey ters gitti; hiçbir şey değişmedi. Lütfen yeniden dene; sürerse bir düzenleyiciye şu kodu ilet: \`${reference}\`.`,
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
};
