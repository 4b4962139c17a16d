using System.Security.Cryptography;
using System.Text;

namespace ModelPipeline.Scoring.Options;

/// <summary>A key that callers show. Only its hash is kept, so nothing can print it.</summary>
internal sealed class ApiKey
{
    private readonly byte[] _hash;

    /// <summary>Takes a key.</summary>
    /// <exception cref="FormatException">It is empty, or no header can hold it.</exception>
    public ApiKey(string key)
    {
        if (key.Length == 0)
            throw new FormatException("is empty");
        if (key.Any(character => character is <= ' ' or > '~'))
            throw new FormatException("has a space or a character that no header can hold: take visible ASCII characters");
        _hash = Hash(key);
    }

    /// <summary>Whether a text is the key; takes equally long for every text of one length.</summary>
    public bool Equals(string text) => CryptographicOperations.FixedTimeEquals(Hash(text), _hash);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
