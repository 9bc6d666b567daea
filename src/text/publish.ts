/** The words of publishing: command line and dialog. */
import { fill, type Language } from './say'

export type PublishWord = keyof typeof publishWords

export const sayPublish = (language: Language, key: PublishWord, values: Readonly<Record<string, string | number>> = {}): string => fill(publishWords[key][language], values)

/** Both languages on one line, for a terminal. */
export const publishLine = (key: PublishWord, values: Readonly<Record<string, string | number>> = {}): string => `${sayPublish('zh', key, values)} · ${sayPublish('en', key, values)}`

export const publishWords = {
  // command line
  'approval-needed': { zh: '没有审图号，不得对外公布。有审图号请写 --map-approval；只供内部查看请加 --internal，页面上会标“内部资料”', en: 'no public folder without a map approval number: give --map-approval, or --internal for a page marked as internal' },
  'approval-odd': { zh: '审图号的写法不常见，请核对：{approval}', en: 'unusual form of a map approval number, please check' },
  'out-not-empty': { zh: '文件夹不是空的，也不是以前公布的，没有写入：{folder}', en: 'the folder is neither empty nor an earlier publication; nothing was written' },
  'out-failed': { zh: '写不了 {file}', en: 'cannot write' },
  'previous-unreadable': { zh: '读不了上次公布的文件：{file}', en: 'the file published before cannot be read' },
  'previous-used': { zh: '已对照上次公布的文件：{file}', en: 'compared with the file published before' },
  'embed-not-built': { zh: '公众页还没有生成，请先运行 npm run build', en: 'the public page is not built; run npm run build first' },
  'suppress-wrong': { zh: '--suppress-below 应为 5 到 1000 的整数：{given}', en: '--suppress-below is a whole number from 5 to 1000' },
  written: { zh: '已写入 {folder}：{files} 个文件，{size} KB', en: 'written' },
  'written-internal': { zh: '内部资料：没有审图号，不要放到公开的网站上', en: 'internal: without a map approval number; keep it off public sites' },
  contents: { zh: '设施 {facilities} 处，单元 {units} 个，条款 {clauses} 条', en: '{facilities} facilities, {units} units, {clauses} clauses' },
  // what was left out
  'note.not-operating': { zh: '{n} 处设施不在运营，没有公布', en: '{n} facilities are not operating and were left out' },
  'note.no-position': { zh: '{n} 处设施没有位置，只在列表里', en: '{n} facilities have no position: in the list only' },
  'note.kind-unknown': { zh: '{n} 处设施类型不明，写作“养老服务设施”', en: '{n} facilities of unknown kind' },
  'note.text-personal': { zh: '{n} 处文字里有身份证号或手机号，没有公布', en: '{n} texts held an identity or mobile number and were left out' },
  'note.phone-mobile': { zh: '{n} 个电话是手机，没有公布', en: '{n} telephones are mobiles and were left out' },
  'note.phone-unreadable': { zh: '{n} 个电话认不出是座机，没有公布', en: '{n} telephones could not be read as desk numbers' },
  'note.phones-not-public': { zh: '台账里有 {n} 个设施电话，没有公布；确属公开电话的，请选“设施电话可以公布”（命令行 --public-phones）', en: '{n} facility telephones were not published; say that they are public (--public-phones) if so' },
  'note.no-people': { zh: '没有 60 岁以上人口，不公布人数', en: 'no counts of people aged 60+' },
  'note.hidden-small': { zh: '{n} 个单元有过小的人数，没有公布', en: '{n} units have small counts, not published' },
  'note.hidden-protecting': { zh: '另有 {n} 个单元的人数会让人推算出上述数，也没有公布', en: '{n} more units would give them away and are not published' },
  'note.verdicts-withheld': { zh: '{n} 个逐单元的判定涉及人数，没有公布', en: '{n} verdicts by unit concern people and are not published' },
  'note.cuts-changed': { zh: '这次的步行距离或算法与上次不同，两次相减可推出小数目，只公布总人数', en: 'distances differ from the last publication: only totals of people are published' },
  'note.given-away-before': { zh: '{n} 个单元现在人数过小，但上次已经公布过：{names}', en: '{n} units are small now but were published before: {names}' },
  // dialog
  'dialog.open': { zh: '公布', en: 'Publish' },
  'dialog.title': { zh: '公布给公众', en: 'Publish for the public' },
  'dialog.intro': { zh: '生成一个静态网页文件夹，可放在任何网站上。只含设施、条款判定和隐去小数目的人数，不含任何个人信息。', en: 'Makes a folder of static files for any web site: facilities, verdicts and counts without small numbers. No personal data.' },
  'dialog.name': { zh: '标题', en: 'Title' },
  'dialog.source': { zh: '资料来源', en: 'Source' },
  'dialog.sourceHint': { zh: '如：某某市民政局', en: 'such as: Civil Affairs Bureau' },
  'dialog.approval': { zh: '审图号', en: 'Map approval number' },
  'dialog.approvalHint': { zh: '如：GS（2025）0001号。没有则标“内部资料”，不得公开', en: 'without one every picture is marked internal' },
  'dialog.asOf': { zh: '数据日期', en: 'Data as of' },
  'dialog.phones': { zh: '设施电话是公开的服务电话，可以公布', en: 'Facility telephones are public' },
  'dialog.phonesNone': { zh: '台账里没有“公开电话”“服务电话”一类的列', en: 'The ledger has no column of public telephones' },
  'dialog.below': { zh: '少于多少人不公布', en: 'Hide counts below' },
  'dialog.previous': { zh: '上次公布的文件 published.js', en: 'File published before (published.js)' },
  'dialog.previousWhy': { zh: '选上它，两次公布相减也推不出小数目', en: 'so that the two cannot be subtracted' },
  'dialog.previousWrong': { zh: '这不是公布过的文件', en: 'This is not a published file' },
  'dialog.previousRead': { zh: '已对照 {date} 的公布', en: 'Compared with the publication of {date}' },
  'dialog.working': { zh: '正在生成', en: 'Being made' },
  'dialog.incomplete': { zh: '请填标题和资料来源', en: 'Title and source are needed' },
  'dialog.notHere': { zh: '单个文件的版本里没有公众页，请用文件夹版本或命令行 publish', en: 'The single-file version does not carry the public page; use the folder version or the command line' },
  'dialog.notes': { zh: '没有公布的内容', en: 'Left out' },
  'dialog.preview': { zh: '预览', en: 'Preview' },
  'dialog.width': { zh: '宽度', en: 'Width' },
  'dialog.elder': { zh: '长辈版', en: 'Large type' },
  'dialog.dark': { zh: '深色', en: 'Dark' },
  'dialog.save': { zh: '保存压缩包', en: 'Save zip' },
  'dialog.saveInternal': { zh: '保存内部资料压缩包', en: 'Save zip (internal)' },
  'dialog.address': { zh: '放好以后的网址', en: 'Address once it is placed' },
  'dialog.addressHint': { zh: '填了才能生成嵌入代码和二维码', en: 'needed for the snippet and the QR code' },
  'dialog.addressWrong': { zh: '请填 http 或 https 开头的完整网址', en: 'A full http or https address' },
  'dialog.host': { zh: '要嵌入的网站（可不填）', en: 'Embedding site (optional)' },
  'dialog.hostHint': { zh: '填了才能与该网页互发消息', en: 'only for messages between the pages' },
  'dialog.snippet': { zh: '嵌入代码', en: 'Snippet' },
  'dialog.link': { zh: '链接', en: 'Link' },
  'dialog.qr': { zh: '二维码', en: 'QR code' },
  'dialog.qrOf': { zh: '二维码：{address}', en: 'QR code of {address}' },
  'dialog.copy': { zh: '复制', en: 'Copy' },
  'dialog.copied': { zh: '已复制', en: 'Copied' },
  'dialog.copyFailed': { zh: '复制不了，请手动选择', en: 'Could not copy; select it by hand' },
  'dialog.internalNoLink': { zh: '没有审图号，不生成公开链接、嵌入代码和二维码。', en: 'Without a map approval number there is no public link, snippet or QR code.' },
  'dialog.close': { zh: '关闭', en: 'Close' },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>
