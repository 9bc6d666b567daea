import { followLongPlans } from '../../helpers/long-plans'

followLongPlans('by circle')
