using System.Runtime.CompilerServices;
using ActorKube.NodeAgent.Runtimes;

namespace ActorKube.NodeAgent.Streams;

/// <summary>A log that ends after so many bytes.</summary>
internal static class LimitedLog
{
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> Take(
        IAsyncEnumerable<OutputChunk> chunks, long? limit, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var left = limit ?? long.MaxValue;
        await foreach (var chunk in chunks.WithCancellation(cancellationToken))
        {
            var data = chunk.Data.Length > left ? chunk.Data[..(int)left] : chunk.Data;
            left -= data.Length;
            yield return data;
            if (left == 0)
            {
                yield break;
            }
        }
    }
}
