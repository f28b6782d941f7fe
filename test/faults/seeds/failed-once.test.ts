import { playsSeeds } from '../plays-seeds.js';

playsSeeds(105, 105);
playsSeeds(109, 109);
playsSeeds(111, 111);
