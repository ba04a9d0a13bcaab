import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.util.Base64;

class Transcoder {
    Object decode(String data) throws Exception {
        byte[] bytes = Base64.getDecoder().decode(data);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        return in.readInt();
    }
}
