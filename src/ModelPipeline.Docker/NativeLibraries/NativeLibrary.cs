namespace ModelPipeline.Docker.NativeLibraries;

/// <summary>A native library of this machine.</summary>
/// <param name="Name">The name that it is needed by, for example <c>libc.so.6</c>.</param>
/// <param name="File">Its file, links followed.</param>
/// <param name="FoundIn">The folder that it was found in, links not followed.</param>
internal sealed record NativeLibrary(string Name, string File, string FoundIn);
