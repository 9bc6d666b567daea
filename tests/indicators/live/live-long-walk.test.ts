import { followLongPlans } from '../../helpers/long-plans'

followLongPlans('on foot')
