export type Typologie =
  | 'ASSO' | 'BIB' | 'CAF' | 'CCAS' | 'CHRS' | 'EPN' | 'FABLAB' | 'MJC' | 'MUNI' | 'PE' | 'TIERS_LIEUX';
