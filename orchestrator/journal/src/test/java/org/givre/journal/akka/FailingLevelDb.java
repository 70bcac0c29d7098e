package org.givre.journal.akka;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fusesource.leveldbjni.JniDBFactory;
import org.iq80.leveldb.DB;
import org.iq80.leveldb.DBException;
import org.iq80.leveldb.DBFactory;
import org.iq80.leveldb.Options;

/** A LevelDB whose disk breaks when it is told to: writes fail from then on. */
public final class FailingLevelDb implements DBFactory {
  static final AtomicBoolean BROKEN = new AtomicBoolean();

  private final DBFactory real = JniDBFactory.factory;

  @Override
  public DB open(File path, Options options) throws IOException {
    var db = real.open(path, options);
    return (DB)
        Proxy.newProxyInstance(
            DB.class.getClassLoader(),
            new Class<?>[] {DB.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("write") && BROKEN.get()) {
                throw new DBException("msync: Input/output error");
              }
              try {
                return method.invoke(db, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }

  @Override
  public void destroy(File path, Options options) throws IOException {
    real.destroy(path, options);
  }

  @Override
  public void repair(File path, Options options) throws IOException {
    real.repair(path, options);
  }
}
