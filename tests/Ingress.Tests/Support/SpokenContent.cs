using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Channels;

namespace ActorKube.Ingresses.Tests.Support;

/// <summary>A body that is sent piece by piece, when the test says so.</summary>
internal sealed class SpokenContent : HttpContent
{
    private readonly Channel<string> _words = Channel.CreateUnbounded<string>();

    public SpokenContent(string type) => Headers.ContentType = new MediaTypeHeaderValue(type);

    public ValueTask SayAsync(string word) => _words.Writer.WriteAsync(word);

    public void End() => _words.Writer.Complete();

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.FlushAsync();
        await foreach (var word in _words.Reader.ReadAllAsync())
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(word));
            await stream.FlushAsync();
        }
    }
}
