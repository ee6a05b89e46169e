using System.Text;
using ActorKube.Server.Streams.Spdy;

namespace ActorKube.Server.Tests.Streams.Spdy;

public sealed class SpdyHeaderTests
{
    // {streamtype: error, port: 8080, requestid: 0}, then the same with "data", by zlib at its best with the dictionary of SPDY/3; the second refers back to the first.
    private const string First = "78f9e3c6a7c202253a703a2b294a4dcc851625aca9a0808614cb45e01c6061606100a4398b20d198094ade8c0600000000ffff";
    private const string Second = "c2aa19540e2512d60b000000ffff";

    [Fact]
    public void Dictionary_Bytes_AreThoseThatClientsName()
    {
        var (a, b) = (1u, 0u);
        foreach (var value in SpdyDictionary.Bytes.Span)
        {
            a = (a + value) % 65521;
            b = (b + a) % 65521;
        }

        Assert.Equal(SpdyDictionary.Checksum, (b << 16) | a);
    }

    [Fact]
    public void Decode_BlocksOfZlib_AreTheirHeaders()
    {
        using var decoder = new SpdyHeaderDecoder();

        Assert.Equal("port=8080 requestid=0 streamtype=error", Text(decoder.Decode(Convert.FromHexString(First))));
        Assert.Equal("port=8080 requestid=0 streamtype=data", Text(decoder.Decode(Convert.FromHexString(Second))));
    }

    [Fact]
    public void Decode_WhatWasEncoded_IsTheSame()
    {
        var encoder = new SpdyHeaderEncoder();
        using var decoder = new SpdyHeaderDecoder();

        foreach (var headers in (Dictionary<string, string>[])[new() { ["a"] = "1", ["b"] = "" }, [], new() { ["name"] = new string('é', 5000) }])
        {
            Assert.Equal(Text(headers), Text(decoder.Decode(encoder.Encode(headers))));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("78f9")]
    [InlineData("789c020000")] // no dictionary
    [InlineData("78f9e3c6a7c3022500")] // another dictionary
    [InlineData("78f9e3c6a7c2022531")] // cut off
    [InlineData("78f9e3c6a7c2ffffffffffffff")] // no deflate
    [InlineData("78bbe3c6a7c2000400fbff000fffff000000ffff")] // a million headers
    [InlineData("78bbe3c6a7c2000800f7ff000000017fffffff000000ffff")] // a name of 2 GiB
    public void Decode_AnythingElse_IsRefused(string block)
    {
        using var decoder = new SpdyHeaderDecoder();

        Assert.Throws<SpdyException>(() => decoder.Decode(Convert.FromHexString(block)));
    }

    [Fact]
    public void Decode_OneNameTwice_IsRefused()
    {
        using var decoder = new SpdyHeaderDecoder();
        var block = new SpdyHeaderEncoder().Encode([new("port", "1"), new("PORT", "2")]);

        Assert.Throws<SpdyException>(() => decoder.Decode(block));
    }

    private static string Text(IEnumerable<KeyValuePair<string, string>> headers) =>
        new StringBuilder().AppendJoin(' ', headers.Select(h => $"{h.Key}={h.Value}").Order(StringComparer.Ordinal)).ToString();
}
