using System.IO.Compression;
using System.Net;
using System.Text;

namespace ActorKube.Server.Proxying.Pages;

/// <summary>An HTML page whose links are rewritten on its way. It stays compressed if it is.</summary>
internal sealed class PageContent : HttpContent
{
    private const string Html = "text/html";
    private const int BufferSize = 16 << 10;

    private readonly HttpContent _page;
    private readonly Func<string, string> _rewrite;

    private PageContent(HttpContent page, Func<string, string> rewrite)
    {
        (_page, _rewrite) = (page, rewrite);
        foreach (var (name, values) in page.Headers.NonValidated.Where(static h => !h.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)))
        {
            Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values);
        }
    }

    /// <summary>Null for what is no page, or is compressed in a way that isn't known.</summary>
    public static PageContent? Of(HttpContent content, Func<string, string> rewrite) =>
        Html.Equals(content.Headers.ContentType?.MediaType, StringComparison.OrdinalIgnoreCase) && Open(content, Stream.Null, CompressionMode.Decompress) is not null ? new PageContent(content, rewrite) : null;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var source = Open(_page, await _page.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), CompressionMode.Decompress)!;
        var sink = Open(_page, stream, CompressionMode.Compress)!;
        await using (source.ConfigureAwait(false))
        {
            var links = new PageLinks(_rewrite);
            var buffer = new byte[BufferSize];
            int count;
            while ((count = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                await sink.WriteAsync(Encoding.Latin1.GetBytes(links.Push(Encoding.Latin1.GetString(buffer, 0, count))), cancellationToken).ConfigureAwait(false);
                await sink.FlushAsync(cancellationToken).ConfigureAwait(false);
            }

            await sink.WriteAsync(Encoding.Latin1.GetBytes(links.End()), cancellationToken).ConfigureAwait(false);
            if (sink != stream)
            {
                await sink.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _page.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>What the page's text is read from, or written to; null for an encoding that isn't known.</summary>
    private static Stream? Open(HttpContent page, Stream stream, CompressionMode mode) => string.Join(',', page.Headers.ContentEncoding).ToLowerInvariant() switch
    {
        "" or "identity" => stream,
        "gzip" => new GZipStream(stream, mode, leaveOpen: true),
        "deflate" => new ZLibStream(stream, mode, leaveOpen: true),
        "br" => new BrotliStream(stream, mode, leaveOpen: true),
        _ => null,
    };
}
