/** The authorisation to process data; a changed text needs a new version. */
export const authorisation = {
  report: (organisation: string) =>
    `Al continuar o enviar un archivo autorizas a ${organisation} a tratar los datos de tu reporte para atender el caso, proteger a las personas y mejorar el servicio (Ley 1581 de 2012). Contar datos sensibles, como los de salud, es opcional. Puedes conocer, corregir o suprimir tus datos y retirar esta autorización: escribe «mis datos».`,
  welcome: (organisation: string) =>
    `Al aceptar, o al continuar con un reporte, autorizas a ${organisation} a tratar los datos de tus reportes para atenderlos, proteger a las personas y mejorar el servicio (Ley 1581 de 2012). Contar datos sensibles, como los de salud, es opcional. Escribe «mis datos» para ver, corregir o retirar lo autorizado.`,
  full: (organisation: string) => [
    `Responsable: ${organisation}, con el equipo de humanización como encargado de atender tus solicitudes.`,
    'Para qué: atender los casos que reportas, avisar a quien debe decidir, proteger a las personas involucradas, cumplir deberes legales y mejorar el servicio con cifras sin nombres.',
    'Datos sensibles (salud, creencias, orientación sexual, origen y otros): no estás en la obligación de contarlos ni de autorizar su tratamiento. Si los escribes, se usan solo para atender el caso.',
    'Tus derechos: conocer, actualizar y corregir tus datos, pedir prueba de esta autorización, saber cómo se han usado, pedir que se supriman, retirar la autorización cuando no haya un deber legal de conservarlos y quejarte ante la Superintendencia de Industria y Comercio. Los ejerces gratis desde aquí.',
  ],
  link: 'Ver el aviso de privacidad',
};
