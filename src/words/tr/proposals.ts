import type { Words } from '../words.ts';

export const proposals: Words['proposals'] = {
  propose: 'Değişiklik öner…',
  toPropose: 'Değişiklik öner',
  which: '## Değişiklik öner\nHangi konuyla ilgili?',
  formFor: (title) => `Öneri: ${title}`,
  topic: 'Eklenecek konu',
  oneIsEnough: 'Bir konu, bağlantı ya da not yaz; biri yeter',
  link: 'Eklenecek bağlantı',
  note: 'Eklenecek not',
  sent: 'Düzenleyicilere ilettim. Karar verdiklerinde, bir sonraki komutunda haber veririm.',
  nothing: 'Bir konu, bağlantı ya da not yazıp yeniden gönder.',
  badLink: 'Bu bağlantı açılmıyor. `https://example.org` gibi tam bir adres yaz. Yazdıkların duruyor.',
  full: (member) =>
    `Gönderilmedi: en çok ${member} bekleyen önerin olabilir ya da sunucunun listesi dolu. Yazdıkların duruyor; sonra yeniden dene.`,
  waiting: (n) => `Öneriler (${n})`,
  heading: '## Değişiklik önerileri',
  none: 'Bekleyen değişiklik önerisi yok.',
  noTopic: 'Konusu artık sunucunun hiçbir yol haritasında yok.',
  kind: { topic: 'Konu', link: 'Bağlantı', note: 'Not' },
  by: (who, when) => `-# ${who} · ${when}`,
  accept: 'Kabul et',
  decline: 'Reddet',
  declined: 'Reddedildi. Üyeye sonraki komutunda söylerim.',
  gone: 'Bu öneri zaten yanıtlanmış.',
  notice: 'Üyelerden yol haritası için değişiklik önerisi geldi.',
  told: { accepted: 'Önerin artık yol haritasında:', declined: 'Düzenleyiciler önerini kabul etmedi:' },
};
