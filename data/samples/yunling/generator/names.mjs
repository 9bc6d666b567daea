/** Every name of the made-up town. None is a person's; none is meant as a real place. */
export const subdistricts = ['文昌街道', '迎晖街道', '南屏街道']
export const towns = [
  { name: '青溪镇', level: '镇', at: [2.2, 10.6], communities: ['青溪社区', '北街社区'] },
  { name: '马鞍镇', level: '镇', at: [12.2, 5.2], communities: ['马鞍社区'] },
  { name: '石桥镇', level: '镇', at: [-11.2, 2.6], communities: ['石桥社区', '石桥东社区'] },
  { name: '龙潭镇', level: '镇', at: [4.2, -10.8], communities: ['龙潭社区'] },
  { name: '大箐乡', level: '乡', at: [-8.2, 12.2], communities: [] },
  { name: '松林乡', level: '乡', at: [12.2, -7.2], communities: [] },
  { name: '白沙乡', level: '乡', at: [-9.4, -9.6], communities: [] },
]
export const zoneCommunities = ['云创社区', '兴业社区']
export const communities = {
  文昌街道: ['文庙社区', '西门社区', '钟楼社区', '状元社区', '书院社区', '城隍社区', '西苑社区', '翠湖社区', '桂苑社区', '北营社区', '清河社区'],
  迎晖街道: ['迎晖社区', '东门社区', '朝阳社区', '金江社区', '春晓社区', '凤凰社区', '体育场社区', '东湖社区', '锦绣社区', '新城社区', '紫云社区', '玉林社区'],
  南屏街道: ['南屏社区', '站前社区', '铁路新村社区', '南苑社区', '工农社区', '建设社区', '纺织社区', '南坝社区', '红星社区', '月亮湾社区', '龙华社区'],
}

const villageFirst = ['大', '小', '上', '下', '新', '老', '前', '后', '东', '西', '黑', '白', '红', '青', '高', '长', '双', '三', '七', '石']
const villageLast = ['箐', '坪', '营', '屯', '冲', '坝', '沟', '塘', '坡', '寨', '庄', '湾', '洞', '树', '岩', '桥', '田', '山']
export function villageNames(random, count) {
  const all = villageFirst.flatMap((first) => villageLast.map((last) => `${first}${last}村`))
  const taken = new Set(['石桥村', '白沙村'])
  return random.shuffle(all).filter((name) => !taken.has(name)).slice(0, count)
}

const newFirst = ['锦绣', '翰林', '碧水', '金江', '御景', '云岭', '盛世', '松湖湾', '书香', '和谐', '阳光', '天麓', '紫薇', '观山', '滨河', '凤凰', '桂语', '东城', '未来', '上品']
const newLast = ['府', '华庭', '名都', '花园', '公馆', '雅居', '国际', '新城', '悦府', '春天']
const middleFirst = ['金桂', '银杏', '文昌', '迎晖', '南屏', '新世纪', '鑫源', '康乐', '福满', '兴隆', '玉屏', '景明', '宏达', '丽都', '金穗', '聚源', '广厦', '泰和', '华联']
const middleLast = ['小区', '花园', '家园', '苑', '新村', '嘉园', '商住楼']
const oldFirst = ['农机厂', '粮食局', '百货公司', '第一中学', '水泥厂', '供销社', '人民医院', '棉纺厂', '汽运公司', '邮电局', '建筑公司', '食品公司', '烟草公司', '铁路', '水电局', '供电所', '化肥厂', '林业局', '运输社', '糖厂', '印刷厂', '五金厂', '药材公司', '园林处', '农技站']
const oldLast = ['家属院', '宿舍', '家属区', '老宿舍', '职工住宅', '北院', '南院']
const crossed = (first, last) => first.flatMap((a) => last.map((b) => a + b))
export const compoundNames = (random) => ({
  新建: random.shuffle(crossed(newFirst, newLast)),
  未定: random.shuffle(crossed(middleFirst, middleLast).concat(crossed(['兴隆', '康乐', '鑫源'], ['二期', '三期']))),
  老旧: random.shuffle(crossed(oldFirst, oldLast)),
})

export const institutionNames = ['康宁养老院', '福星老年公寓', '夕阳红养老院', '怡和护理院', '松鹤颐养院', '金秋养老服务中心', '仁济护理院', '云岭康养中心', '安泰老年公寓', '益寿养护院', '长青养老院', '乐龄护理院']
export const streets = {
  across: ['北环路', '学府路', '文昌路', '人民路', '迎晖路', '建设路', '南屏路', '站前路', '南环路'],
  along: ['西环路', '翠湖街', '钟楼街', '沿江西路', '沿江东路', '朝阳街', '金江街', '东湖路', '东环路'],
}
export const bridges = ['云溪大桥', '文昌桥', '南门桥']
export const underpasses = ['站前下穿通道', '东环下穿通道']
