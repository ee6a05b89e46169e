namespace ActorKube.Api.Text;

/// <summary>A text that is no JSON. The message is the one of Kubernetes: <c>invalid character 'h' looking for beginning of value</c>.</summary>
public sealed class JsonTextException : Exception
{
    internal JsonTextException(string message)
        : base(message)
    {
    }
}
