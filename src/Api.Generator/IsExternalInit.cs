namespace System.Runtime.CompilerServices;

/// <summary>netstandard2.0 lacks the type that the compiler marks init-only properties with.</summary>
internal static class IsExternalInit;
