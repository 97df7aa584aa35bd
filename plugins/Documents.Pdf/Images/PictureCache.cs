using System.Security.Cryptography;

namespace BillingHeadless.Plugins.Documents.Pdf.Images;

/// <summary>Images by the hash of their bytes, the oldest dropped first: the same seal stands on act after act.</summary>
internal sealed class PictureCache
{
    private readonly Lock changing = new();
    private readonly Dictionary<string, Picture> pictures = [];
    private readonly Queue<string> order = new();
    private long storedBytes;

    public Picture Get(byte[] file, Func<byte[], Picture> read)
    {
        var key = Convert.ToHexString(SHA256.HashData(file));
        lock (changing)
        {
            if (pictures.TryGetValue(key, out var ready))
            {
                return ready;
            }
        }

        var picture = read(file);
        lock (changing)
        {
            Keep(key, picture);
        }

        return picture;
    }

    private void Keep(string key, Picture picture)
    {
        if (picture.StoredBytes > Limits.CachedImageBytes || !pictures.TryAdd(key, picture))
        {
            return;
        }

        order.Enqueue(key);
        storedBytes += picture.StoredBytes;
        while (order.Count > Limits.CachedImages || storedBytes > Limits.CachedImageBytes)
        {
            pictures.Remove(order.Dequeue(), out var dropped);
            storedBytes -= dropped!.StoredBytes;
        }
    }
}
