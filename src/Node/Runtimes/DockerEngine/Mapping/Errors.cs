using System.Net;
using ActorKube.NodeAgent.Docker;

namespace ActorKube.NodeAgent.Runtimes.DockerEngine.Mapping;

/// <summary>From the engine's errors to those of the runtime.</summary>
internal static class Errors
{
    public static RuntimeException From(DockerException e) => new(
        e.StatusCode switch
        {
            null => RuntimeError.Unavailable,
            HttpStatusCode.NotFound when e.Message.Contains("No such image", StringComparison.OrdinalIgnoreCase) => RuntimeError.ImageNotFound,
            HttpStatusCode.NotFound => RuntimeError.NotFound,
            HttpStatusCode.Conflict => RuntimeError.Conflict,
            HttpStatusCode.BadRequest => RuntimeError.Invalid,
            _ => RuntimeError.Failed,
        },
        e.Message,
        e);

    /// <summary>Runs an operation and turns its errors.</summary>
    public static async Task<T> MapAsync<T>(Func<Task<T>> operation)
    {
        try
        {
            return await operation();
        }
        catch (DockerException e)
        {
            throw From(e);
        }
    }

    /// <inheritdoc cref="MapAsync{T}"/>
    public static async Task MapAsync(Func<Task> operation)
    {
        try
        {
            await operation();
        }
        catch (DockerException e)
        {
            throw From(e);
        }
    }

    /// <summary>Runs an operation that has nothing to do when the thing is gone or already as wanted.</summary>
    public static async Task IgnoreGoneAsync(Func<Task> operation)
    {
        try
        {
            await operation();
        }
        catch (DockerException e) when (e.IsNotFound || e.IsUnchanged)
        {
            // What was asked for is so.
        }
        catch (DockerException e)
        {
            throw From(e);
        }
    }

    /// <summary>Runs a query whose answer is null for what doesn't exist.</summary>
    public static async Task<T?> NullIfGoneAsync<T>(Func<Task<T>> query)
        where T : class
    {
        try
        {
            return await query();
        }
        catch (DockerException e) when (e.IsNotFound)
        {
            return null;
        }
        catch (DockerException e)
        {
            throw From(e);
        }
    }
}
