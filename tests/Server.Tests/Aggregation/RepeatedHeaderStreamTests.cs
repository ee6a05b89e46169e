using System.Text;
using ActorKube.Server.Aggregation;

namespace ActorKube.Server.Tests.Aggregation;

public sealed class RepeatedHeaderStreamTests
{
    private const string Two = "GET / HTTP/1.1\r\nHost: a\r\nG: x, y\u0001z\r\n\r\n";
    private const string TwoLines = "GET / HTTP/1.1\r\nHost: a\r\nG: x, y\r\nG: z\r\n\r\n";
    private const string Post = "POST / HTTP/1.1\r\nContent-Length: 7\r\nG: a\u0001b\r\n\r\n";
    private const string PostLines = "POST / HTTP/1.1\r\nContent-Length: 7\r\nG: a\r\nG: b\r\n\r\n";
    private const string Empty = "POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n";

    /// <summary>However the client's writes are cut.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(40)]
    [InlineData(1000)]
    public async Task Heads_WithSeveralValues_HaveALineForEach(int size)
    {
        Assert.Equal(TwoLines + Empty + TwoLines, await WriteAsync(Two + Empty + Two, size));
        Assert.Equal(TwoLines + PostLines + "G: 1\u00012" + Two, await WriteAsync(Two + Post + "G: 1\u00012" + Two, size));
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked")]
    [InlineData("Upgrade: websocket")]
    public async Task WhatFollowsAHead_IsPassedAsItIs(string header)
    {
        var head = $"POST / HTTP/1.1\r\n{header}\r\n\r\n";

        Assert.Equal(head + Two, await WriteAsync(head + Two, 10));
    }

    private static async Task<string> WriteAsync(string text, int size)
    {
        using var sink = new MemoryStream();
        await using (var stream = new RepeatedHeaderStream(sink))
        {
            foreach (var piece in Encoding.Latin1.GetBytes(text).Chunk(size))
            {
                await stream.WriteAsync(piece, TestContext.Current.CancellationToken);
            }

            return Encoding.Latin1.GetString(sink.ToArray());
        }
    }
}
