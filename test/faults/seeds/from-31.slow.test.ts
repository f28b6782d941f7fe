import { playsSeeds, tenFrom } from '../plays-seeds.js';

playsSeeds(tenFrom(31));
