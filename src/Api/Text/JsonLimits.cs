namespace ActorKube.Api.Text;

/// <summary>Bounds on documents that come from outside. They keep recursion over a document within the stack.</summary>
public static class JsonLimits
{
    /// <summary>Most levels of objects and lists in a document. Kubernetes' own objects need less than 30.</summary>
    public const int MaxDepth = 100;
}
