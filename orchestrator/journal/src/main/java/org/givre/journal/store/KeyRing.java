package org.givre.journal.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.journal.store.JournalRefusal.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that sign heads of the chain: Ed25519 (RFC 8032). The private key is one file, {@code
 * signing-key}, in a directory of the site's choice; the public keys stay with the journal for
 * ever, one line each in {@code public-keys}:
 *
 * <pre>
 * id of the key, the key (X.509, base64), id of the key that vouches for it, its signature (base64)
 * </pre>
 *
 * The first key vouches for itself. Every later one is vouched for by its predecessor, so who knows
 * the first key can check every head. A key with which a restore began, since the old one was not
 * at hand, has "restored" in the third place and vouches for itself: whoever restored the journal
 * must confirm its id. Thread-safe: rotation is one step under a lock.
 */
final class KeyRing {
  private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);

  static final String PUBLIC_KEYS = "public-keys";
  static final String SIGNING_KEY = "signing-key";

  private static final String ALGORITHM = "Ed25519";
  private static final int ID_BYTES = 8;

  /** In place of the id of the key that vouches, where a restore began with a new key. */
  private static final String RESTORED = "restored";

  private final Path publicKeys;
  private final Path signingKey;
  private final SortedMap<String, PublicKey> known = new TreeMap<>();
  private final List<String> restored = new ArrayList<>();
  private String current = "";
  private Optional<PrivateKey> secret = Optional.empty();

  private KeyRing(Path journal, Path keyDirectory) throws IOException, GeneralSecurityException {
    publicKeys = journal.resolve(PUBLIC_KEYS);
    signingKey = keyDirectory.resolve(SIGNING_KEY);
    for (var line : Files.readAllLines(publicKeys)) {
      read(line);
    }
  }

  private void readSecret() throws IOException, GeneralSecurityException {
    finishRotation();
    var found = secret(signingKey);
    if (!isPair(found)) {
      throw new GeneralSecurityException(
          "%s does not belong to public key %s".formatted(signingKey, current));
    }
    Files.deleteIfExists(next());
    warnWhenExposed();
    secret = Optional.of(found);
  }

  /** A rotation that was cut short after its public key was written is completed. */
  private void finishRotation() throws IOException, GeneralSecurityException {
    if (Files.exists(next()) && isPair(secret(next()))) {
      Files.move(next(), signingKey, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private Path next() {
    return signingKey.resolveSibling(SIGNING_KEY + ".next");
  }

  private static PrivateKey secret(Path file) throws IOException, GeneralSecurityException {
    return KeyFactory.getInstance(ALGORITHM)
        .generatePrivate(new PKCS8EncodedKeySpec(decoded(Files.readString(file).strip())));
  }

  /**
   * Makes the first key of a new journal, unless a start that was cut short has made it.
   *
   * @throws JournalRefusal when another key is there: it may be all that another journal has
   */
  static void create(Path journal, Path keyDirectory) throws IOException {
    var key = keyDirectory.resolve(SIGNING_KEY);
    if (!Files.exists(key)) {
      introduce(journal, keyDirectory, "", "");
    } else if (!isMade(journal, keyDirectory)) {
      throw new JournalRefusal(
          Reason.UNUSABLE,
          "%s is there already, and journal %s is new: the key may be another journal's, and is not replaced. Give this journal a key-dir of its own, or move the key away."
              .formatted(key, journal));
    }
  }

  /** The public key is written first: with it, the private one is known to be this journal's. */
  private static boolean isMade(Path journal, Path keyDirectory) throws IOException {
    try {
      return Files.exists(journal.resolve(PUBLIC_KEYS))
          && new KeyRing(journal, keyDirectory).isPair(secret(keyDirectory.resolve(SIGNING_KEY)));
    } catch (GeneralSecurityException | IllegalArgumentException another) {
      return false;
    }
  }

  /**
   * Reads the keys.
   *
   * @throws JournalRefusal when a key is missing or is not vouched for
   */
  static KeyRing open(Path journal, Path keyDirectory) {
    return read(journal, keyDirectory, true);
  }

  /**
   * Reads the public keys only: enough to check signatures, not to sign.
   *
   * @throws JournalRefusal when a key is not vouched for
   */
  static KeyRing openPublic(Path journal) {
    return read(journal, journal, false);
  }

  private static KeyRing read(Path journal, Path keyDirectory, boolean withSecret) {
    try {
      var ring = new KeyRing(journal, keyDirectory);
      if (withSecret) {
        ring.readSecret();
      }
      return ring;
    } catch (IOException missing) {
      throw new JournalRefusal(
          Reason.UNUSABLE,
          "A key of the journal cannot be read: %s. Bring back %s, which signs the journal's heads."
              .formatted(missing, keyDirectory.resolve(SIGNING_KEY)),
          missing);
    } catch (GeneralSecurityException | IllegalArgumentException wrong) {
      throw new JournalRefusal(
          Reason.DAMAGED,
          "The keys of the journal are damaged: %s. %s"
              .formatted(wrong.getMessage(), JournalDamage.REMEDY),
          wrong);
    }
  }

  private void read(String line) throws GeneralSecurityException {
    var fields = line.split(" ", -1);
    if (fields.length != 4) {
      throw new GeneralSecurityException("a line of %s has not four fields".formatted(PUBLIC_KEYS));
    }
    var key =
        KeyFactory.getInstance(ALGORITHM)
            .generatePublic(new X509EncodedKeySpec(decoded(fields[1])));
    var vouching = known.isEmpty() || fields[2].equals(RESTORED) ? key : known.get(fields[2]);
    if (vouching == null
        || !id(key).equals(fields[0])
        || !verified(vouching, voucher(key), decoded(fields[3]))) {
      throw new GeneralSecurityException("key %s is not vouched for".formatted(fields[0]));
    }
    known.put(fields[0], key);
    current = fields[0];
    if (fields[2].equals(RESTORED)) {
      restored.add(fields[0]);
    }
  }

  private boolean isPair(PrivateKey key) throws GeneralSecurityException {
    var probe = "probe".getBytes(UTF_8);
    var present = known.get(current);
    return present != null && verified(present, probe, signed(key, probe));
  }

  /** Makes a new key, which the present one vouches for; heads are signed with it from now on. */
  synchronized String rotate() throws IOException {
    try {
      var pair = newPair();
      var line = line(pair.getPublic(), current, signed(present(), voucher(pair.getPublic())));
      var lines = Files.readString(publicKeys) + line;
      writeSecret(next(), pair);
      DurableFile.write(publicKeys, lines.getBytes(UTF_8));
      Files.move(next(), signingKey, StandardCopyOption.ATOMIC_MOVE);
      current = id(pair.getPublic());
      known.put(current, pair.getPublic());
      secret = Optional.of(pair.getPrivate());
      return current;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("A key that was checked does not sign", impossible);
    }
  }

  private static KeyPair newPair() {
    try {
      return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("A Java runtime without Ed25519", impossible);
    }
  }

  private PrivateKey present() {
    return secret.orElseThrow(
        () -> new IllegalStateException("Only the public keys were read; nothing can be signed"));
  }

  /**
   * Makes a new key for a journal whose signing key is not at hand. No older key vouches for it: it
   * vouches for itself, and its line says that it came with a restore.
   *
   * @return the new key's id
   */
  static String introduce(Path journal, Path keyDirectory) throws IOException {
    return introduce(
        journal, keyDirectory, RESTORED, Files.readString(journal.resolve(PUBLIC_KEYS)));
  }

  private static String introduce(Path journal, Path keyDirectory, String voucher, String before)
      throws IOException {
    try {
      Files.createDirectories(keyDirectory);
      var pair = newPair();
      var id = id(pair.getPublic());
      var vouching = voucher.isEmpty() ? id : voucher;
      var line =
          line(pair.getPublic(), vouching, signed(pair.getPrivate(), voucher(pair.getPublic())));
      DurableFile.write(journal.resolve(PUBLIC_KEYS), (before + line).getBytes(UTF_8));
      writeSecret(keyDirectory.resolve(SIGNING_KEY), pair);
      return id;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("A Java runtime without Ed25519", impossible);
    }
  }

  /** Ids of all keys, in the order of their text. */
  synchronized List<String> ids() {
    return List.copyOf(known.keySet());
  }

  /** Ids of the keys that no older key vouches for, since a restore began with them. */
  List<String> restoredIds() {
    return List.copyOf(restored);
  }

  synchronized String currentId() {
    return current;
  }

  /** Signs with the present key. */
  synchronized byte[] sign(byte[] statement) {
    try {
      return signed(present(), statement);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("A key that was checked does not sign", impossible);
    }
  }

  /** Whether the key of that id, present or past, signed {@code statement}. */
  synchronized boolean signedBy(String keyId, byte[] statement, byte[] signature) {
    var key = known.get(keyId);
    try {
      return key != null && verified(key, statement, signature);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  private static byte[] signed(PrivateKey key, byte[] statement) throws GeneralSecurityException {
    var signing = Signature.getInstance(ALGORITHM);
    signing.initSign(key);
    signing.update(statement);
    return signing.sign();
  }

  private static boolean verified(PublicKey key, byte[] statement, byte[] signature)
      throws GeneralSecurityException {
    var verifying = Signature.getInstance(ALGORITHM);
    verifying.initVerify(key);
    verifying.update(statement);
    return verifying.verify(signature);
  }

  private static String id(PublicKey key) {
    var hash = Sha256.of(key.getEncoded());
    return HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES));
  }

  private static byte[] voucher(PublicKey key) {
    return new ByteSink(64).putText("givre-journal-key/1").putBytes(key.getEncoded()).toBytes();
  }

  private static String line(PublicKey key, String vouching, byte[] signature) {
    return "%s %s %s %s%n"
        .formatted(id(key), encoded(key.getEncoded()), vouching, encoded(signature));
  }

  private static void writeSecret(Path file, KeyPair pair) throws IOException {
    DurableFile.writeSecret(file, encoded(pair.getPrivate().getEncoded()).getBytes(UTF_8));
  }

  /** Copies a private key; nobody but its owner can read the copy. */
  static void copySecret(Path from, Path to) throws IOException {
    DurableFile.writeSecret(to, Files.readAllBytes(from));
  }

  private void warnWhenExposed() throws IOException {
    var permissions = Files.getPosixFilePermissions(signingKey);
    if (!DurableFile.OWNER_ONLY.containsAll(permissions)) {
      LOG.warn(
          "Others than its owner may use the signing key; take it from them, as by chmod 600: file={} mode={}",
          signingKey,
          PosixFilePermissions.toString(permissions));
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] decoded(String text) {
    return Base64.getDecoder().decode(text);
  }
}
