/** The texts of the templates of the recognition event in `cards/recognitions/`. */
export const recognitionEventCards = {
  event: {
    open: 'Abrir',
    filters: 'Fechas y filtros',
    period: 'Fechas',
    from: 'Desde (si elegiste «Otras fechas»)',
    until: 'Hasta (si elegiste «Otras fechas»)',
    attribute: 'Atributo',
    area: 'Área de quien fue reconocido',
    source: 'Cómo se supo',
    any: 'Todos',
    anyArea: 'Todas',
    show: 'Ver',
    more: 'Ver más',
    export: 'Exportar',
  },
  'event-candidate': {
    script: 'Texto listo para el evento',
    add: 'Agregar a la lista',
    remove: 'Quitar de la lista',
    list: 'La lista del evento',
    back: 'Volver a los candidatos',
  },
  'event-list': {
    open: 'Abrir',
    others: 'Hay listas de otras fechas:',
    export: 'Exportar con los textos',
    back: 'Ver los candidatos',
  },
};
