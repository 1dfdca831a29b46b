"use strict";
// L'ouvrier : il tient le moteur, lit le fichier morceau par morceau et rend ce qui est écrit. Ce texte devient un Blob, pour
// que la page marche aussi depuis un fichier ouvert sur le disque.
function verifierOuvrier() {
  // Les numéros sont ceux de generator/browser/src/host.rs.
  const SOURCE = { options: 0, fichier: 1, formulaire: 2, standard: 3, communes: 4, figees: 5 };
  const CANAUX = ["page", "json", "csv", "fichier", "formulaire", "refus"];
  const FENETRE = 4 << 20;
  const POSE = 16 << 20;
  let moteur;

  async function octets(base64) {
    const brut = Uint8Array.from(atob(base64), (signe) => signe.charCodeAt(0));
    const flux = new Blob([brut]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(flux).arrayBuffer());
  }

  async function preparer(donnees) {
    const [module, standard, communes, ...figees] = await Promise.all(
      [donnees.module, donnees.standard, donnees.communes, ...Object.values(donnees.versions)].map(octets),
    );
    return { module: await WebAssembly.compile(module), standard, communes, figees, versions: Object.keys(donnees.versions) };
  }

  // La bibliothèque des archives sait aussi chiffrer, et demande pour cela le hasard à la page. Personne ne s'en sert ici.
  function sansUsage(module) {
    const demandes = {};
    for (const { module: de, name } of WebAssembly.Module.imports(module)) {
      demandes[de] = {
        ...demandes[de],
        [name]() {
          throw new Error(`${name} n'est pas prévu`);
        },
      };
    }
    return demandes;
  }

  // Un fichier lu par grandes fenêtres : le moteur demande de petits morceaux.
  function lecteur(fichier, avancer) {
    const lit = new FileReaderSync();
    let debut = 0;
    let fenetre = new Uint8Array(0);
    return (place, longueur) => {
      if (place < debut || place >= debut + fenetre.length) {
        fenetre = new Uint8Array(lit.readAsArrayBuffer(fichier.slice(place, place + Math.max(FENETRE, longueur))));
        debut = place;
      }
      const morceau = fenetre.subarray(place - debut, place - debut + longueur);
      avancer(place + morceau.length);
      return morceau;
    };
  }

  function canaux() {
    const morceaux = new Map();
    return {
      ajouter(canal, octets) {
        const tas = morceaux.get(canal) ?? { poses: [], enMain: [], taille: 0 };
        morceaux.set(canal, tas);
        tas.enMain.push(octets);
        tas.taille += octets.length;
        if (tas.taille > POSE) {
          // Le navigateur range les grands Blobs sur le disque.
          tas.poses.push(new Blob(tas.enMain));
          tas.enMain = [];
          tas.taille = 0;
        }
      },
      vider: (canal) => morceaux.delete(canal),
      blob(canal) {
        const tas = morceaux.get(canal);
        return tas && new Blob([...tas.poses, ...tas.enMain]);
      },
    };
  }

  async function faire({ tache, options, fichier, formulaire }) {
    let dernier = 0;
    const avancer = (lus) => {
      const maintenant = performance.now();
      if (maintenant - dernier < 100) return;
      dernier = maintenant;
      postMessage({ type: "avance", lus, taille: fichier.size });
    };
    const demande = new TextEncoder().encode(JSON.stringify({ ...options, versions: moteur.versions }));
    const tranche = (octets) => (place, longueur) => octets.subarray(place, place + longueur);
    const sources = new Map([
      [SOURCE.options, { taille: demande.length, lire: tranche(demande) }],
      [SOURCE.fichier, { taille: fichier.size, lire: lecteur(fichier, avancer) }],
      [SOURCE.standard, { taille: moteur.standard.length, lire: tranche(moteur.standard) }],
      [SOURCE.communes, { taille: moteur.communes.length, lire: tranche(moteur.communes) }],
      ...moteur.figees.map((octets, rang) => [SOURCE.figees + rang, { taille: octets.length, lire: tranche(octets) }]),
    ]);
    if (formulaire) sources.set(SOURCE.formulaire, { taille: formulaire.size, lire: lecteur(formulaire, () => {}) });
    const sortie = canaux();
    let memoire;
    const page = {
      taille: (source) => sources.get(source)?.taille ?? 0,
      lire(source, place, adresse, longueur) {
        try {
          const morceau = sources.get(source).lire(place, longueur);
          new Uint8Array(memoire.buffer, adresse, longueur).set(morceau);
          return morceau.length;
        } catch {
          return -1;
        }
      },
      ecrire: (canal, adresse, longueur) => sortie.ajouter(canal, new Uint8Array(memoire.buffer.slice(adresse, adresse + longueur))),
      recommencer: (canal) => sortie.vider(canal),
    };
    const debut = performance.now();
    // Un exemplaire par demande : sa mémoire est rendue à la fin.
    const { exports } = await WebAssembly.instantiate(moteur.module, { ...sansUsage(moteur.module), page });
    memoire = exports.memory;
    const reussi = exports[tache]() === 1;
    const duree = performance.now() - debut;
    const rendu = {};
    for (const [canal, nom] of CANAUX.entries()) rendu[nom] = sortie.blob(canal);
    if (!reussi) {
      postMessage({ type: "refus", message: await rendu.refus.text() });
      return;
    }
    const { page: texte, refus: _, ...blobs } = rendu;
    postMessage({ type: "fini", page: JSON.parse(await texte.text()), blobs, duree, memoire: memoire.buffer.byteLength });
  }

  // Une demande peut venir avant que le moteur soit prêt : elle l'attend.
  let pret;
  onmessage = async ({ data }) => {
    try {
      if (data.tache === "preparer") {
        pret = preparer(data.donnees);
        await pret;
        postMessage({ type: "pret" });
      } else {
        moteur = await pret;
        await faire(data);
      }
    } catch (panne) {
      postMessage({ type: "panne", message: String(panne?.message ?? panne) });
    }
  };
}
