import java.io.ByteArrayInputStream;
import java.io.ObjectInputStream;
import java.util.Base64;

class Transcoder {
    Object decode(String data) throws Exception {
        byte[] bytes = Base64.getDecoder().decode(data);
        ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes));
        return in.readObject(); // expect: CWE-502
    }
}
