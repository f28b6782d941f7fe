import { playsSeeds } from '../plays-seeds.js';

playsSeeds(47, 47);
playsSeeds(54, 54);
playsSeeds(88, 88);
playsSeeds(101, 101);
playsSeeds(105, 105);
playsSeeds(109, 109);
playsSeeds(111, 111);
playsSeeds(135, 135);
playsSeeds(236, 236);
playsSeeds(298, 298);
playsSeeds(314, 314);
playsSeeds(528, 528);
playsSeeds(656, 656);
playsSeeds(799, 799);
