using System.Buffers.Binary;
using System.Text;

namespace Compat.Docker.DotNet.Tests;

/// <summary>Output of a container as an engine sends it.</summary>
internal static class Frames
{
    public static byte[] Of(params (byte Stream, string Text)[] frames) => [.. frames.SelectMany(frame => Of(frame.Stream, Encoding.UTF8.GetBytes(frame.Text)))];

    private static byte[] Of(byte stream, byte[] text)
    {
        var header = new byte[8];
        header[0] = stream;
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), text.Length);
        return [.. header, .. text];
    }
}
