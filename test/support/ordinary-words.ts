/** Ordinary words of Spanish, none of which speaks for a grave case by itself. */
export const ORDINARY_WORDS: readonly string[] = `
el la los las un una unos de en con por para desde entre hacia muy más menos también ya todavía ayer mañana tarde
temprano lunes martes domingo enero julio diciembre año mes semana hora reloj calendario mesa silla ventana lámpara
escritorio cuaderno lápiz papel carpeta revista periódico biblioteca librero estante pasillo cocina comedor sala
árbol flor rosa hoja hierba montaña río lago playa arena nube lluvia viento luna pueblo ciudad avenida
parque plaza mercado tienda panadería café té azúcar leche pan queso mantequilla arroz papa maíz frijol lenteja tomate
cebolla zanahoria lechuga manzana naranja banano mango piña fresa limón sopa ensalada jugo helado galleta chocolate pastel
zapato sombrero abrigo bolsa maleta paraguas espejo cortina alfombra cuadro pintura música guitarra piano tambor baile
canto voz fiesta regalo vela globo cumpleaños tío prima vecino amigo compañera maestra cartero jardinero
músico pintor escritor lector cliente afiliado usuario asesora cajero portero recepcionista perro gato pájaro caballo vaca
gallina oveja conejo tortuga pez mariposa abeja bicicleta tren avión barco autobús camino puente mapa viaje boleto
hotel playa montaña excursión equipo balón cancha partido gol natación caminata yoga ajedrez rompecabezas dibujo foto cine
comprar vender leer escribir caminar correr saltar bailar cantar pintar dibujar cocinar desayunar almorzar cenar descansar
viajar visitar llamar preguntar responder explicar entender aprender enseñar estudiar trabajar ahorrar gastar medir contar
sumar restar abrir guardar limpiar lavar planchar coser tejer sembrar regar cosechar llover brillar crecer florecer
blanco negro rojo verde gris café grande pequeño alto bajo largo corto ancho nuevo antiguo bonito sencillo
tranquilo alegre amable puntual cómodo fresco tibio dulce salado redondo cuadrado suave liviano rápido lento claro
formulario carné cita turno fila ventanilla trámite certificado subsidio cuota afiliación recibo pago banco cuenta correo
página sistema clave horario sede oficina módulo piso entrada información folleto cartel anuncio taller curso clase
`
  .trim()
  .split(/\s+/);
