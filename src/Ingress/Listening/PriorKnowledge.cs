using System.Buffers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace ActorKube.Ingresses.Listening;

/// <summary>
/// HTTP/2 without TLS on the port of HTTP/1.1, as clients of gRPC speak it: told by the first bytes of the connection (RFC 9113, section 3.4). Kestrel chooses between the two only by what TLS has
/// agreed on, so that is what it is told.
/// </summary>
internal static class PriorKnowledge
{
    private static readonly byte[] Preface = [.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8];

    /// <summary>How long a connection may stay silent; a little longer than one of HTTP/1.1 between two requests.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(150);

    public static async Task DetectAsync(ConnectionContext connection, Func<ConnectionContext, Task> next, TimeProvider time)
    {
        bool isHttp2;
        try
        {
            isHttp2 = await IsHttp2Async(connection, time);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // It said nothing for too long, or is gone. Nobody has asked anything, so there is nobody to answer: returning ends the connection.
            return;
        }

        if (isHttp2)
        {
            var agreed = new AgreedHttp2();
            connection.Features.Set<ITlsConnectionFeature>(agreed);
            connection.Features.Set<ITlsApplicationProtocolFeature>(agreed);
        }

        await next(connection);
    }

    private static async Task<bool> IsHttp2Async(ConnectionContext connection, TimeProvider time)
    {
        var input = connection.Transport.Input;
        using var limit = new CancellationTokenSource(Silence, time);
        while (true)
        {
            var result = await input.ReadAsync(limit.Token);
            var length = (int)Math.Min(result.Buffer.Length, Preface.Length);
            var isSoFar = result.Buffer.Slice(0, length).ToArray().AsSpan().SequenceEqual(Preface.AsSpan(0, length));
            var isKnown = !isSoFar || length == Preface.Length || result.IsCompleted || result.IsCanceled;

            // What was looked at is there again for whoever reads next.
            input.AdvanceTo(result.Buffer.Start, isKnown ? result.Buffer.Start : result.Buffer.End);
            if (isKnown)
            {
                return isSoFar && length == Preface.Length;
            }
        }
    }

    private sealed class AgreedHttp2 : ITlsConnectionFeature, ITlsApplicationProtocolFeature
    {
        public ReadOnlyMemory<byte> ApplicationProtocol { get; } = SslApplicationProtocol.Http2.Protocol;

        public X509Certificate2? ClientCertificate { get; set; }

        public Task<X509Certificate2?> GetClientCertificateAsync(CancellationToken cancellationToken) => Task.FromResult(ClientCertificate);
    }
}
